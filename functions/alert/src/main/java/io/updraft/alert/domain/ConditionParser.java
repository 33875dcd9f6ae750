package io.updraft.alert.domain;

import io.updraft.alert.domain.ConditionScanner.Unexpected;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a condition: {@code OPERATOR [value]}, {@code absent [seconds]} or {@code rate
 * OPERATOR [value]}. A value is a number as in JSON, {@code true}, {@code false}, a text in double
 * quotes, or a word that begins with a letter.
 */
final class ConditionParser {
  private static final Pattern NAME = Pattern.compile("[a-z]+");
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}_.:/-]*");
  private static final Pattern UNQUOTED = Pattern.compile("[^\"\\\\]+");

  private static final String FORM = "one of > < >= <= == != absent rate";
  private static final String VALUE = "a number, true, false, or a text in double quotes";
  private static final String END = "the end; a text with blanks or signs goes in double quotes";

  private final ConditionScanner scanner;

  private ConditionParser(String text) {
    this.scanner = new ConditionScanner(text);
  }

  static ParsedCondition parse(String text) {
    try {
      return new ConditionParser(text).whole();
    } catch (Unexpected unexpected) {
      return new ParsedCondition.Unparseable(unexpected.position(), unexpected.expected());
    }
  }

  private ParsedCondition whole() throws Unexpected {
    scanner.skipBlanks();
    ParsedCondition condition = condition();
    scanner.skipBlanks();
    if (!scanner.ended()) {
      throw scanner.unexpected(END);
    }
    return condition;
  }

  private ParsedCondition condition() throws Unexpected {
    int begin = scanner.place();
    String name = scanner.take(NAME).orElse("");
    return switch (name) {
      case "" -> new ParsedCondition.Comparison(operator(FORM), value());
      case Condition.Absent.WORD -> new ParsedCondition.Silence(value());
      case Condition.RateOfChange.WORD -> {
        scanner.skipBlanks();
        yield new ParsedCondition.Change(operator("one of > < >= <= == !="), value());
      }
      default -> throw scanner.unexpected(FORM, begin);
    };
  }

  private Operator operator(String expected) throws Unexpected {
    Optional<Operator> found =
        Arrays.stream(Operator.values()).filter(one -> scanner.take(one.sign())).findFirst();
    if (found.isEmpty()) {
      boolean half = scanner.take("=") || scanner.take("!");
      throw scanner.unexpected(half ? "=" : expected);
    }
    return found.get();
  }

  private @Nullable Operand value() throws Unexpected {
    scanner.skipBlanks();
    if (scanner.ended()) {
      return null;
    }
    int begin = scanner.place();
    Optional<String> number = scanner.take(NUMBER);
    if (number.isPresent()) {
      return Operand.Numeric.parse(number.get())
          .orElseThrow(() -> scanner.unexpected("a number within the range of a double", begin));
    }
    return scanner.at(Quotes.QUOTE) ? text(quoted(), begin) : word(begin);
  }

  private Operand word(int begin) throws Unexpected {
    String word = scanner.take(WORD).orElseThrow(() -> scanner.unexpected(VALUE));
    return switch (word) {
      case "true" -> new Operand.Flag(true);
      case "false" -> new Operand.Flag(false);
      default -> text(word, begin);
    };
  }

  private Operand text(String text, int begin) throws Unexpected {
    return Operand.Text.parse(text)
        .orElseThrow(
            () ->
                scanner.unexpected(
                    "a text of 1 to %d characters, not blank and without control characters"
                        .formatted(Operand.Text.MOST),
                    begin));
  }

  private String quoted() throws Unexpected {
    StringBuilder text = new StringBuilder();
    scanner.take("\"");
    while (!scanner.take("\"")) {
      text.append(
          scanner.at(Quotes.ESCAPE)
              ? escaped()
              : scanner.take(UNQUOTED).orElseThrow(() -> scanner.unexpected("a closing quote")));
    }
    return text.toString();
  }

  private String escaped() throws Unexpected {
    scanner.take("\\");
    if (scanner.take("\"")) {
      return "\"";
    }
    if (scanner.take("\\")) {
      return "\\";
    }
    throw scanner.unexpected("a double quote or a backslash after the backslash");
  }
}
