package io.updraft.firmware.published;

/**
 * The precedence of Semantic Versioning 2.0.0, item 11, over normalised texts. Since numbers have
 * no leading zeros, the longer one is the greater, whatever their size.
 */
final class Precedence {
  private Precedence() {}

  static int compare(String left, String right) {
    String[] first = left.split("-", 2);
    String[] second = right.split("-", 2);
    int byNumbers = compareLists(first[0], second[0]);
    if (byNumbers != 0) {
      return byNumbers;
    }
    // The one without labels is the release that the other comes before.
    return first.length == 2 && second.length == 2
        ? compareLists(first[1], second[1])
        : Integer.compare(second.length, first.length);
  }

  private static int compareLists(String left, String right) {
    String[] first = left.split("\\.", -1);
    String[] second = right.split("\\.", -1);
    for (int i = 0; i < Math.min(first.length, second.length); i++) {
      int byIdentifier = compareIdentifiers(first[i], second[i]);
      if (byIdentifier != 0) {
        return byIdentifier;
      }
    }
    return Integer.compare(first.length, second.length);
  }

  private static int compareIdentifiers(String left, String right) {
    if (isNumber(left) && isNumber(right) && left.length() != right.length()) {
      return Integer.compare(left.length(), right.length());
    }
    return isNumber(left) == isNumber(right) ? left.compareTo(right) : isNumber(left) ? -1 : 1;
  }

  private static boolean isNumber(String identifier) {
    return identifier.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
