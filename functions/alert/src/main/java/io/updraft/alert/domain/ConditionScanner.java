package io.updraft.alert.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through the text of a condition. */
final class ConditionScanner {
  private final String text;
  private int at;

  ConditionScanner(String text) {
    this.text = text;
  }

  /** Tells that something else stands here, or nothing. */
  static final class Unexpected extends Exception {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final int position;

    Unexpected(String expected, int position) {
      super(expected, null, false, false);
      this.expected = expected;
      this.position = position;
    }

    String expected() {
      return expected;
    }

    /** Counted in characters as people see them, from 1. */
    int position() {
      return position;
    }
  }

  /** What the pattern takes from here, if it takes anything. */
  Optional<String> take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    at = matcher.end();
    return Optional.of(matcher.group());
  }

  boolean take(String word) {
    boolean there = text.startsWith(word, at);
    at += there ? word.length() : 0;
    return there;
  }

  void skipBlanks() {
    while (!ended() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  boolean ended() {
    return at == text.length();
  }

  boolean at(char character) {
    return !ended() && text.charAt(at) == character;
  }

  /** For {@link #unexpected(String, int)}. */
  int place() {
    return at;
  }

  Unexpected unexpected(String expected) {
    return unexpected(expected, at);
  }

  Unexpected unexpected(String expected, int place) {
    return new Unexpected(expected, text.codePointCount(0, place) + 1);
  }
}
