package expunge.httpapi;

import expunge.targeting.PreviewAnswer;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Whom a criterion means.
 *
 * @param complete whether the count is final; otherwise there may be more
 */
@Json
record PreviewView(
    String dataset, long count, long looked, boolean complete, List<ProfileView> sample) {
  static PreviewView of(String dataset, PreviewAnswer answer) {
    return new PreviewView(
        dataset,
        answer.count(),
        answer.looked(),
        answer.isComplete(),
        answer.sample().stream().map(ProfileView::of).toList());
  }

  @Override
  public String toString() {
    return "PreviewView[…]";
  }
}
