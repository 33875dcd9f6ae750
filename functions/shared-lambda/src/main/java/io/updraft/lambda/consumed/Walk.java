package io.updraft.lambda.consumed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Goes through more things than one call can: page by page, a bounded number of pages a call, and
 * from where the last call has come to. What is done to a thing must be repeatable: a call that
 * ends in the middle, or two at once, do some pages again.
 *
 * @param mostPages how many pages one call does
 */
public record Walk(Bookmarks bookmarks, int mostPages) {
  /** Does one page. */
  @FunctionalInterface
  public interface Pages {
    /**
     * Does the page and tells where the next one begins.
     *
     * @param place where this one begins; null for the first
     * @return null after the last
     */
    @Nullable String treat(@Nullable String place);
  }

  /**
   * Goes on.
   *
   * @param name of the walk within the organization
   * @param of when that happened for which one walks; a later one begins anew
   */
  public Handling goOn(String organization, String name, Instant of, Pages pages) {
    String kept = bookmarks.find(organization, name, of).orElse(null);
    String place = pages.treat(kept);
    for (int page = 1; place != null && page < mostPages; page++) {
      place = pages.treat(place);
    }
    if (place == null) {
      return ended(organization, name, kept != null);
    }
    bookmarks.keep(organization, name, of, place);
    return new Handling.Again(name + " goes on");
  }

  /** The usual walk ends in its first call, and costs no write. */
  private Handling ended(String organization, String name, boolean kept) {
    if (kept) {
      bookmarks.remove(organization, name);
    }
    return new Handling.Done();
  }
}
