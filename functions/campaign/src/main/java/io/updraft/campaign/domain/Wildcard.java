package io.updraft.campaign.domain;

/**
 * A text in which {@code *} stands for any characters. Not a regular expression, which a caller
 * could write so that it never comes to an end.
 */
public record Wildcard(String pattern) {
  private static final char ANY = '*';

  /** Whether it stands for more than itself. */
  public boolean open() {
    return pattern.indexOf(ANY) >= 0;
  }

  /** Goes back to the latest star only: at most pattern times text. */
  public boolean matches(String text) {
    int at = 0;
    int in = 0;
    int star = -1;
    int resume = 0;
    while (in < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == ANY) {
        star = at++;
        resume = in;
      } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(in)) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++resume;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(c -> c == ANY);
  }
}
