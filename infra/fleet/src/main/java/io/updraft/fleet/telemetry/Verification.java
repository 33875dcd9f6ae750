package io.updraft.fleet.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Api;
import io.updraft.fleet.http.Call;
import io.updraft.fleet.http.Credentials;
import io.updraft.fleet.http.Patience;
import io.updraft.fleet.http.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks for what devices have sent, as an operator, and compares. */
public final class Verification {
  private static final int PAGE = 10_000;
  private static final int MOST_PAGES = 10_000;

  /** What was written just now may not be read at once. */
  private static final int MOST_ATTEMPTS = 4;

  private final Api api;
  private final Credentials operator;
  private final Patience patience;

  public Verification(Api api, Credentials operator, Patience patience) {
    this.api = api;
    this.operator = operator;
    this.patience = patience;
  }

  /**
   * What came of it.
   *
   * @param points that have to be there
   * @param differences a sentence each; none where all is well
   */
  public record Result(int devices, long points, List<String> differences) {
    public Result {
      differences = List.copyOf(differences);
    }
  }

  /** Looks at the devices of the sample; none of them may send meanwhile. */
  public Result verify(TelemetryFleet fleet) throws InterruptedException {
    List<String> differences = new ArrayList<>();
    long points = 0;
    for (TelemetryDevice device : fleet.sample()) {
      Ledger ledger = device.ledger().orElseThrow();
      points += ledger.size();
      for (String difference : differences(device.id(), ledger, fleet)) {
        differences.add(device.id() + ": " + difference);
      }
    }
    return new Result(fleet.sample().size(), points, differences);
  }

  private List<String> differences(String device, Ledger ledger, TelemetryFleet fleet)
      throws InterruptedException {
    Patience.Waits waits = patience.waits();
    List<String> differences = ledger.differences(found(device, ledger), fleet.since());
    for (int i = 1; i < MOST_ATTEMPTS && !differences.isEmpty(); i++) {
      waits.pause(Duration.ZERO);
      differences = ledger.differences(found(device, ledger), fleet.since());
    }
    return differences;
  }

  private Found found(String device, Ledger ledger) throws InterruptedException {
    Map<String, Object> question = new HashMap<>();
    question.put("metrics", ledger.metrics());
    question.put("devices", List.of(device));
    question.put("start_time", ledger.first().toString());
    question.put("end_time", ledger.last().plusNanos(1).toString());
    question.put("limit", PAGE);
    return pages(question, device);
  }

  private Found pages(Map<String, Object> question, String device) throws InterruptedException {
    Found found = new Found();
    for (int page = 0; page < MOST_PAGES; page++) {
      var answer =
          api.send(Call.post("/api/v1/telemetry/query", question), operator)
              .require("ask for points of " + device);
      found.add(answer.body().path("data_points"));
      JsonNode cursor = answer.body().path("next_cursor");
      if (!cursor.isTextual()) {
        return found;
      }
      question.put("cursor", cursor.textValue());
    }
    throw new Refused("the points of %s have no end".formatted(device));
  }
}
