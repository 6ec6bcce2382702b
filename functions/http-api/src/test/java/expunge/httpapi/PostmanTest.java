package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.simulator.openapi.Node;
import expunge.simulator.openapi.Operation;
import io.avaje.json.mapper.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The collection for Postman is made of the description, and holds no key. */
class PostmanTest {
  private static final String NAME = "expunge.postman_collection.json";
  private static final Path FILE = Path.of("../../docs", NAME);

  @Test
  void itIsWhatIsMadeOfTheDescription() throws IOException {
    String made = new PostmanCollection(Described.API).text();
    Path fresh = Files.writeString(Path.of("target", NAME), made);

    assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
        .as("copy functions/http-api/%s to docs", fresh)
        .isEqualTo(made);
  }

  @Test
  void itHasTheSameCalls() throws IOException {
    assertThat(requests().stream().map(PostmanTest::route).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Described.API.operations().stream().map(Operation::route).toList());
  }

  private static String route(Node request) {
    String path =
        request.at("url", "path").texts().stream()
            .map(segment -> segment.replaceAll("^:(.*)$", "{$1}"))
            .collect(Collectors.joining("/"));
    return request.at("method").text() + " /" + path;
  }

  @Test
  void keysAreVariablesForItsUserToFillIn() throws IOException {
    assertThat(
            collection().at("variable").elements().stream()
                .filter(variable -> variable.at("key").text().endsWith("Key")))
        .hasSize(3)
        .allSatisfy(variable -> assertThat(variable.at("value").text()).isEmpty());
    assertThat(
            requests().stream()
                .flatMap(request -> request.at("auth", "basic").elements().stream())
                .map(part -> part.at("value").text()))
        .containsOnly("{{viewerKey}}", "{{operatorKey}}", "{{administratorKey}}", "");
  }

  private static List<Node> requests() throws IOException {
    return collection().all().map(node -> node.at("request")).filter(Node::isThere).toList();
  }

  private static Node collection() throws IOException {
    return new Node(JsonMapper.builder().build().fromJsonObject(Files.readString(FILE)));
  }
}
