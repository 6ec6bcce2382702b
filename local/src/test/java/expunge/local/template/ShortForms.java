package expunge.local.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code !Sub x} as {@code {"Fn::Sub": x}}, and so for the other functions. */
final class ShortForms extends SafeConstructor {
  ShortForms(LoaderOptions options) {
    super(options);
    yamlMultiConstructors.put("!", new Call());
  }

  private final class Call extends AbstractConstruct {
    @Override
    public Object construct(Node node) {
      String function = node.getTag().getValue().substring(1);
      return switch (function) {
        case "Ref", "Condition" -> Map.of(function, argument(node));
        case "GetAtt" -> Map.of("Fn::GetAtt", List.of(String.valueOf(argument(node)).split("\\.")));
        default -> Map.of("Fn::" + function, argument(node));
      };
    }

    private Object argument(Node node) {
      return switch (node) {
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new IllegalArgumentException("no argument: " + node.getTag());
      };
    }
  }
}
