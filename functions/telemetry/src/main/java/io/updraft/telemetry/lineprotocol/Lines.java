package io.updraft.telemetry.lineprotocol;

import java.util.function.Consumer;

/** Cuts a body into lines. A text in quotes can go on over the end of a line. */
final class Lines {
  private final String body;
  private int at;
  private int number = 1;

  private Lines(String body) {
    this.body = body;
  }

  /** One after the other, so that the reader can stop by what it throws. */
  static void each(String body, Consumer<NumberedLine> reader) {
    Lines lines = new Lines(body);
    while (lines.at < body.length()) {
      NumberedLine line = lines.next();
      if (!line.text().isEmpty() && line.text().charAt(0) != '#') {
        reader.accept(line);
      }
    }
  }

  private NumberedLine next() {
    int end = end();
    String text = body.substring(at, end);
    NumberedLine line = new NumberedLine(number, text.strip());
    number += 1 + (int) text.chars().filter(c -> c == '\n').count();
    at = end + 1;
    return line;
  }

  private int end() {
    int newline = body.indexOf('\n', at);
    int first = newline < 0 ? body.length() : newline;
    return body.substring(at, first).stripLeading().startsWith("#") ? first : endOf(first);
  }

  /** A quote that is never closed ends with its first line, lest it takes good ones with it. */
  private int endOf(int first) {
    boolean fields = false;
    boolean quoted = false;
    for (int i = at; i < body.length(); i++) {
      char c = body.charAt(i);
      if (Cursor.escapes(body, i, quoted ? Cursor.IN_QUOTES : Cursor.IN_WORDS)) {
        i++;
      } else if (c == '\n' && !quoted) {
        return i;
      } else if (c == '"' && (quoted || (fields && opens(i)))) {
        quoted = !quoted;
      } else if (c == ' ') {
        fields = true;
      }
    }
    return quoted ? first : body.length();
  }

  private boolean opens(int quote) {
    return body.charAt(quote - 1) == '=' && body.charAt(quote - 2) != '\\';
  }
}
