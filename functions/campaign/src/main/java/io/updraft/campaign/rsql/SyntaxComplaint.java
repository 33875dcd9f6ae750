package io.updraft.campaign.rsql;

import cz.jirutka.rsql.parser.ParseException;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.UnknownOperatorException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says where a text stops to be a query, and what was expected there. */
final class SyntaxComplaint {
  /** The parser has the place in its message only: its tokens are not public. */
  private static final Pattern COLUMN = Pattern.compile("at line \\d+, column (\\d+)");

  private static final Pattern TOO_SHORT = Pattern.compile("Encountered:? \"?<EOF>");

  /** The parser's names of what can stand at a place, in words. */
  private static final Map<String, String> WORDS =
      Map.of(
          "<EOF>", "the end",
          "<UNRESERVED_STR>", "a name or value",
          "<SINGLE_QUOTED_STR>", "a value in quotes",
          "<DOUBLE_QUOTED_STR>", "a value in quotes",
          "<AND>", "; or and",
          "<OR>", ", or or",
          "<COMP_FIQL>", "an operator like == or =in=",
          "<COMP_ALT>", "an operator like == or =in=",
          "\"(\"", "(",
          "\")\"", ")");

  private SyntaxComplaint() {}

  static String of(String text, RSQLParserException wrong) {
    return switch (wrong.getCause()) {
      case UnknownOperatorException unknown -> operator(text, unknown.getOperator());
      case ParseException unexpected -> unexpected(text, unexpected);
      case IllegalArgumentException arity ->
          "is no query: %s; several values go with =in= and =out="
              .formatted(Objects.requireNonNullElse(arity.getMessage(), "a value is missing"));
      case null, default -> // A quote without its end, or a character that only quotes may hold.
          "is no query from position %d on: a value with spaces or any of \"'();,=!~<> is put in quotes"
              .formatted(position(text, wrong.getCause()));
    };
  }

  private static String operator(String text, String operator) {
    return "is no query from position %d on: there is no operator %s, but == != =lt= =le= =gt= =ge= =in= =out="
        .formatted(text.indexOf(operator) + 1, operator);
  }

  private static String unexpected(String text, ParseException wrong) {
    String expected =
        Arrays.stream(wrong.expectedTokenSequences)
            .map(sequence -> wrong.tokenImage[sequence[0]])
            .map(image -> WORDS.getOrDefault(image, image))
            .distinct()
            .collect(Collectors.joining(" / "));
    return "is no query from position %d on: expected %s"
        .formatted(position(text, wrong), expected);
  }

  /** From 1; right behind the text where that ends too early. */
  private static int position(String text, @Nullable Throwable wrong) {
    String message = wrong == null ? "" : Objects.requireNonNullElse(wrong.getMessage(), "");
    Matcher column = COLUMN.matcher(message);
    boolean known = !TOO_SHORT.matcher(message).find() && column.find();
    return known ? Integer.parseInt(column.group(1)) : text.length() + 1;
  }
}
