package io.updraft.campaign.rsql;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.Node;
import cz.jirutka.rsql.parser.ast.RSQLOperators;
import io.updraft.campaign.domain.DeviceQuery;
import java.util.Set;

/**
 * Reads queries in RSQL: comparisons like {@code firmware_version=lt=2.1.0}, joined by {@code ;} or
 * {@code and}, and by {@code ,} or {@code or}, with parentheses.
 */
public final class QueryReader {
  /** The parser calls itself for each parenthesis; this bounds how deep. */
  private static final int MOST_CHARACTERS = 1_000;

  private static final Set<ComparisonOperator> OPERATORS =
      Set.of(
          RSQLOperators.EQUAL,
          RSQLOperators.NOT_EQUAL,
          RSQLOperators.LESS_THAN,
          RSQLOperators.LESS_THAN_OR_EQUAL,
          RSQLOperators.GREATER_THAN,
          RSQLOperators.GREATER_THAN_OR_EQUAL,
          RSQLOperators.IN,
          RSQLOperators.NOT_IN);

  private QueryReader() {}

  public static QueryReading read(String text) {
    if (text.length() > MOST_CHARACTERS || text.chars().anyMatch(Character::isISOControl)) {
      return new QueryReading.Wrong(
          "must be one line of at most %,d characters".formatted(MOST_CHARACTERS));
    }
    try {
      Node node = new RSQLParser(OPERATORS).parse(text);
      return new QueryReading.Understood(new DeviceQuery(text, Meaning.of(node)));
    } catch (RSQLParserException wrong) {
      return new QueryReading.Wrong(SyntaxComplaint.of(text, wrong));
    } catch (Meaningless wrong) {
      return new QueryReading.Wrong(wrong.complaint());
    }
  }

  /**
   * A query that was understood when it was kept.
   *
   * @throws IllegalStateException where it is not any more
   */
  public static DeviceQuery kept(String text) {
    return switch (read(text)) {
      case QueryReading.Understood(DeviceQuery query) -> query;
      case QueryReading.Wrong(String complaint) ->
          throw new IllegalStateException("a query that was kept " + complaint);
    };
  }
}
