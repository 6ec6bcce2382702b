package expunge.task;

import java.util.Optional;

/**
 * What an import says of the customers of its file, unless their row says something else.
 *
 * @param endpoint where the data came from; empty for {@link #ENDPOINT}
 * @param touchpoint through which it came; empty for that of the endpoint, which has its name
 * @param segment which they join, by its id; it is made where there is none
 * @param sourceAction what their activity feeds say; empty for {@link #SOURCE_ACTION}
 */
public record ImportSettings(
    Optional<String> endpoint,
    Optional<String> touchpoint,
    Optional<String> segment,
    Optional<String> sourceAction) {
  /** Where data comes from of which nothing is said. */
  public static final String ENDPOINT = "Maestra touchpoint";

  /** What a feed says where nobody says anything else. */
  public static final String SOURCE_ACTION = "Customer import";

  /** Nothing said. */
  public static final ImportSettings NONE =
      new ImportSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** These, with what a row says of its own before them. */
  public ImportSettings under(ImportSettings row) {
    return new ImportSettings(
        row.endpoint.or(() -> endpoint),
        row.touchpoint.or(() -> touchpoint),
        row.segment.or(() -> segment),
        row.sourceAction.or(() -> sourceAction));
  }

  /** The endpoint, or the usual one. */
  public String endpointOrUsual() {
    return endpoint.orElse(ENDPOINT);
  }

  /** The touchpoint, or that of the endpoint. */
  public String touchpointOrUsual() {
    return touchpoint.orElseGet(this::endpointOrUsual);
  }

  /** The source action, or the usual one. */
  public String actionOrUsual() {
    return sourceAction.orElse(SOURCE_ACTION);
  }

  /** The operators' own words are not shown. */
  @Override
  public String toString() {
    return "ImportSettings[…]";
  }
}
