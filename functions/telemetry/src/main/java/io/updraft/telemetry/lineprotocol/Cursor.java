package io.updraft.telemetry.lineprotocol;

/** A place in a line, and how to read on from it. */
final class Cursor {
  /** What a backslash takes the meaning from in names and tags. */
  static final String IN_WORDS = ",= ";

  /** The same in a measurement. */
  static final String IN_MEASUREMENT = ", ";

  /** The same in a text in quotes. */
  static final String IN_QUOTES = "\"\\";

  private static final int END = -1;

  private final String line;
  private int at;

  Cursor(String line) {
    this.line = line;
  }

  /** Where it is, counted from 0. */
  int at() {
    return at;
  }

  boolean atEnd() {
    return at == line.length();
  }

  private int next() {
    return atEnd() ? END : line.charAt(at);
  }

  /** Whether this comes next; if so, it is behind the cursor now. */
  boolean skipped(char c) {
    boolean there = next() == c;
    at += there ? 1 : 0;
    return there;
  }

  void skipBlanks() {
    while (skipped(' ')) {
      // all done in the condition
    }
  }

  /** What comes before one of the characters or the end. */
  String until(String ends) {
    int start = at;
    while (!atEnd() && ends.indexOf(next()) < 0) {
      at++;
    }
    return line.substring(start, at);
  }

  /** The same, where a backslash takes its meaning from each of these; other backslashes stay. */
  String until(String ends, String escaped) {
    StringBuilder word = new StringBuilder();
    while (!atEnd() && ends.indexOf(next()) < 0) {
      word.append(character(escaped));
    }
    return word.toString();
  }

  private char character(String escaped) {
    at += escapes(line, at, escaped) ? 1 : 0;
    return line.charAt(at++);
  }

  /** Whether there is a backslash that takes the meaning from the character behind it. */
  static boolean escapes(String text, int at, String escaped) {
    return text.charAt(at) == '\\'
        && at + 1 < text.length()
        && escaped.indexOf(text.charAt(at + 1)) >= 0;
  }
}
