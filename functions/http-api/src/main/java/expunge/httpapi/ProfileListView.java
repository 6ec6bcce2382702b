package expunge.httpapi;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of profiles. */
@Json
record ProfileListView(List<ProfileView> profiles, @Nullable String nextToken) {
  @Override
  public String toString() {
    return "ProfileListView[…]";
  }
}
