package expunge.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** A template, as written or as expanded. */
record Template(Part root) {
  /** The product's own. */
  static Path file() {
    return Path.of(System.getProperty("expunge.root", "."), "template.yaml");
  }

  /** As {@link #file} has it. */
  static String text() {
    try {
      return Files.readString(file());
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Of YAML, with the short forms of CloudFormation's functions. */
  static Template ofYaml(String yaml) {
    return new Template(new Part(new Yaml(new ShortForms(new LoaderOptions())).load(yaml)));
  }

  Part resource(String name) {
    return root.at("Resources", name);
  }

  /** The properties of all resources of a type, by their names. */
  Map<String, Part> properties(String type) {
    Map<String, Part> found = new LinkedHashMap<>();
    root.at("Resources")
        .map()
        .forEach(
            (name, resource) -> {
              if (resource.at("Type").text().equals(type)) {
                found.put(name, resource.at("Properties"));
              }
            });
    return found;
  }
}
