package expunge.local.template;

import java.util.List;

/** Something that has to hold of the expanded template. */
interface Rule {
  /** All rules there are. */
  List<Rule> ALL =
      List.of(
          new FunctionRule(),
          new AliasRule(),
          new QueueRule(),
          new SettingsRule(),
          new PolicyRule(),
          new StorageRule(),
          new LogRule(),
          new RouteRule());

  /** Where it does not hold, in words; empty where it holds. */
  List<String> problems(Template expanded);
}
