package io.updraft.alert.domain;

/** How texts stand within conditions: in double quotes, which a backslash takes in. */
final class Quotes {
  static final char QUOTE = '"';
  static final char ESCAPE = '\\';

  private Quotes() {}

  static String operand(Operand operand) {
    return operand instanceof Operand.Text(String text) ? quoted(text) : operand.text();
  }

  private static String quoted(String text) {
    return QUOTE + text.replace("\\", "\\\\").replace("\"", "\\\"") + QUOTE;
  }
}
