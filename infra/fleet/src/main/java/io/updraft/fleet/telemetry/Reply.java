package io.updraft.fleet.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Answer;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of a batch.
 *
 * @param refused the places of the points that were not kept
 */
record Reply(int accepted, Set<Integer> refused) {
  private static final int INVALID = 422;
  private static final Pattern PLACE = Pattern.compile("data_points\\[(\\d{1,4})].*");

  Reply {
    refused = Set.copyOf(refused);
  }

  /**
   * Reads an answer.
   *
   * @throws io.updraft.fleet.http.Refused where it tells of no points
   */
  static Reply of(Answer answer, String device) {
    Set<Integer> refused = new HashSet<>();
    if (answer.status() == INVALID && allArePoints(answer.body().path("errors"), refused)) {
      return new Reply(0, refused);
    }
    JsonNode body = answer.require("send points as " + device).body();
    body.path("errors").forEach(error -> refused.add(error.path("index").asInt(-1)));
    return new Reply(body.path("ingested_count").asInt(-1), refused);
  }

  private static boolean allArePoints(JsonNode errors, Set<Integer> places) {
    for (JsonNode error : errors) {
      Matcher place = PLACE.matcher(error.path("field").asText(""));
      if (!place.matches()) {
        return false;
      }
      places.add(Integer.valueOf(place.group(1)));
    }
    return !errors.isEmpty();
  }

  /** Whether it is what has to become of the batch. */
  boolean suits(Batch batch) {
    return accepted == batch.good().size() && refused.equals(batch.bad());
  }
}
