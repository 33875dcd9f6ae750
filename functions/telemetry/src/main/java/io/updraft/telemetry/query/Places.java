package io.updraft.telemetry.query;

import io.updraft.http.Cursor;
import io.updraft.http.Problem;
import io.updraft.telemetry.reading.Question;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Places in an answer, as cursors. */
final class Places {
  private static final Pattern TIME = Pattern.compile("[0-9]{1,19}");

  private Places() {}

  static String scope(Question question) {
    return "%s points %s %s %s %s %s"
        .formatted(
            question.organization(),
            question.metrics(),
            question.devices(),
            question.from(),
            question.to(),
            question.tags());
  }

  static @Nullable String encode(String scope, Question.@Nullable Place place) {
    return place == null
        ? null
        : Cursor.encode(
            scope,
            List.of(place.device(), place.metric(), Long.toString(Math.max(0, place.time()))));
  }

  /** A cursor can be made by anybody who reads this code; it only moves within what is theirs. */
  static Question.Place decode(String scope, String cursor) {
    List<String> position = Cursor.decode(scope, cursor);
    boolean whole = position.size() == 3 && TIME.matcher(position.getLast()).matches();
    if (!whole) {
      throw Problem.malformed("Start again without a cursor.").exception();
    }
    return new Question.Place(
        position.getFirst(), position.get(1), Long.parseLong(position.getLast()));
  }
}
