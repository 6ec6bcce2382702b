package expunge.dataset;

import com.google.re2j.Pattern;
import expunge.object.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the segments of a dataset live.
 *
 * @param table holds one item for each segment, by its id
 * @param membership says who is a member; empty where only an attribute of the profiles does
 * @param attribute of profiles that lists the segments they are in; empty where there is none
 */
public record Segments(String table, Optional<Membership> membership, Optional<String> attribute) {
  private static final int DIGITS = 8;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

  /** Whether a text can be the id of a segment. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Where the members of a segment are found whose item says nothing of it. */
  public Source usualSource() {
    return membership.isPresent() ? Source.MEMBERS : Source.ATTRIBUTE;
  }

  /** Whether it is declared where such members are. */
  public boolean has(Source source) {
    return source == Source.ATTRIBUTE ? attribute.isPresent() : membership.isPresent();
  }

  /** All that decides who is a member of a segment, in eight digits. */
  public String fingerprint() {
    String members =
        membership
            .map(
                it ->
                    String.join(
                        "|",
                        it.table().table(),
                        it.table().link().attribute().fingerprint(),
                        it.segment().name(),
                        it.index().orElse("")))
            .orElse("");
    String all = members + "|" + attribute.orElse("");
    return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGITS);
  }

  /**
   * Whether an import can enter members: the records that say so are known by the segment and the
   * profile alone.
   */
  public boolean takesMembers() {
    return membership
        .filter(
            it ->
                it.table().key().stream()
                    .map(KeyAttribute::name)
                    .collect(Collectors.toSet())
                    .equals(Set.of(it.segment().name(), it.table().link().attribute().attribute())))
        .isPresent();
  }

  /**
   * Where members are found.
   *
   * @throws IllegalArgumentException if an attribute says it and no record
   */
  public Membership members() {
    return membership.orElseThrow(
        () -> new IllegalArgumentException("no linked table says who is a member"));
  }

  /** Where the members of a segment are found. */
  public enum Source {
    /** In linked records, which others write. */
    MEMBERS,
    /** In linked records, which people enter one by one or by an import. */
    MANUAL,
    /** In an attribute of the profiles, which lists their segments. */
    ATTRIBUTE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in items and JSON, such as {@code members}. */
    public String word() {
      return word;
    }

    /** The one with this word; empty where there is none. */
    public static Optional<Source> of(String word) {
      return Stream.of(values()).filter(source -> source.word.equals(word)).findFirst();
    }
  }

  /**
   * The linked records that say who is a member of what.
   *
   * @param table whose link names the profile, and whose records go with it
   * @param segment the attribute that names the segment
   * @param index whose partition key that is; empty where it is the table's own
   */
  public record Membership(LinkedTable table, KeyAttribute segment, Optional<String> index) {}
}
