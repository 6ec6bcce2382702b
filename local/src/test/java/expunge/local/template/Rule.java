package expunge.local.template;

import java.util.List;

/** Something that has to hold of the template, as it is expanded or as it is written. */
interface Rule {
  /** Of the template as written. */
  List<Rule> OF_WRITTEN = List.of(new VersionRule());

  /** Of the expanded template. */
  List<Rule> OF_EXPANDED =
      List.of(
          new FunctionRule(),
          new AliasRule(),
          new QueueRule(),
          new ScheduleRule(),
          new SettingsRule(),
          new StartRule(),
          new DatasetRule(),
          new EndpointRule(),
          new NotificationRule(),
          new PolicyRule(),
          new ImportRule(),
          new AccessRule(),
          new StorageRule(),
          new LogRule(),
          new AlarmRule(),
          new EventRule(),
          new OutputRule(),
          new RouteRule());

  /** Where it does not hold, in words; empty where it holds. */
  List<String> problems(Template template);
}
