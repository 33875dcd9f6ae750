package io.updraft.device.ddi;

import static io.updraft.device.domain.Samples.CAMPAIGN;
import static io.updraft.device.domain.Samples.FIRMWARE;
import static io.updraft.device.domain.Samples.NOW;

import io.updraft.device.domain.FakeDownloads;
import io.updraft.device.domain.Message;
import io.updraft.device.domain.Messages;
import io.updraft.device.domain.Update;
import io.updraft.device.dynamodb.WiredStores;
import io.updraft.device.moves.DueRollback;
import io.updraft.device.poll.PollSettings;
import io.updraft.device.published.Discretion;
import io.updraft.device.published.MaintenanceWindow;
import io.updraft.device.published.Priority;
import io.updraft.device.published.RollbackTrigger;
import io.updraft.device.published.Rollout;
import io.updraft.device.report.ReportStatus;
import io.updraft.events.Origin;
import io.updraft.firmware.published.CampaignGate;
import io.updraft.lambda.DependencyUnavailable;
import io.updraft.testing.ApiAnswer;
import io.updraft.testing.ApiCall;
import io.updraft.testing.MutableClock;
import io.updraft.testing.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The function on real tables, and a campaign that releases updates to devices. */
final class DdiRig {
  static final String BASE = "/{organization}/controller/v1/{controller_id}";
  static final String DEVICE = "pump-1";

  final MutableClock clock = MutableClock.at(NOW);
  final WiredStores stores;
  private @Nullable URI address;
  private int updates;
  private final AtomicInteger failures = new AtomicInteger();

  DdiRig(TestDatabase database) {
    this.stores = new WiredStores(database);
  }

  void reset() {
    stores.clear();
    stores.clearance(FIRMWARE, CAMPAIGN, CampaignGate.OPEN);
  }

  void reachedAt(String configured) {
    address = URI.create(configured);
  }

  /** The next so many writes of messages find the table away. */
  void failMessages(int times) {
    failures.set(times);
  }

  private DdiFunction function() {
    var s = stores.stores();
    DdiFunction.Parts parts =
        new DdiFunction.Parts(
            s.devices(),
            s.updates(),
            s.registry(),
            s.dialogues(),
            new FailingMessages(s.messages(), failures),
            s.firmware().clearances(),
            new FakeDownloads());
    ReportStatus report =
        new ReportStatus(
            s.updates(),
            s.firmware().clearances(),
            new DueRollback(s.updates(), s.rollbacks(), s.firmware().catalogue(), clock),
            false,
            clock);
    PollSettings poll = new PollSettings(Duration.ofMinutes(5), Duration.ofHours(1), 2);
    return new DdiFunction(
        parts, report, new DdiSettings(poll, Duration.ofSeconds(30), address), clock);
  }

  ApiCall call(String method, String path) {
    return ApiCall.of(method + " " + BASE + path)
        .path("organization", "acme")
        .path("controller_id", DEVICE)
        .header("host", "updraft.example");
  }

  ApiAnswer on(ApiCall call) {
    return call.asDevice("acme", DEVICE).on(function());
  }

  ApiAnswer onAs(ApiCall call) {
    return call.on(function());
  }

  ApiAnswer poll() {
    return on(call("GET", ""));
  }

  /** The path of a link in the answer to a poll, without its query; empty where there is none. */
  String link(String name) {
    return poll().text("/_links/" + name + "/href");
  }

  /** The number of the update that the device is to do something with. */
  String action() {
    ApiAnswer answer = poll();
    for (String name : List.of("deploymentBase", "cancelAction", "confirmationBase")) {
      String href = answer.text("/_links/" + name + "/href");
      if (!href.isEmpty()) {
        return href.replaceFirst(".*/", "").replaceFirst("[?].*", "");
      }
    }
    return "";
  }

  ApiAnswer deployment(String action) {
    return on(call("GET", "/deploymentBase/{action_id}").path("action_id", action));
  }

  ApiAnswer feedback(String action, String execution, String finished, String... details) {
    return said("deploymentBase", action, status(execution, finished, details));
  }

  ApiAnswer cancelFeedback(String action, String execution, String finished) {
    return said("cancelAction", action, status(execution, finished));
  }

  ApiAnswer said(String resource, String action, String body) {
    return on(
        call("POST", "/" + resource + "/{action_id}/feedback")
            .path("action_id", action)
            .json(body));
  }

  static String status(String execution, String finished, String... details) {
    String quoted = details.length == 0 ? "" : "\"" + String.join("\",\"", details) + "\"";
    return """
        {"id": "7", "time": "20260131T080000",
         "status": {"execution": "%s", "result": {"finished": "%s"}, "details": [%s]}}
        """
        .formatted(execution, finished, quoted);
  }

  /** The device, and an update that its campaign has released. */
  Update released() {
    return released(false, null, Discretion.NONE);
  }

  Update released(boolean blueGreen, @Nullable MaintenanceWindow window, Discretion discretion) {
    if (stores.stores().devices().find("acme", DEVICE).isEmpty()) {
      stores.stores().devices().seen("acme", DEVICE, NOW);
    }
    String id = "upd_01KFX00000000000000000%04d".formatted(updates++);
    stores.release(rollout(blueGreen, window, discretion), id, DEVICE, clock);
    return stores.update(id);
  }

  Update update(String id) {
    return stores.update(id);
  }

  private static Rollout rollout(
      boolean blueGreen, @Nullable MaintenanceWindow window, Discretion discretion) {
    return new Rollout(
        Origin.of("acme"),
        CAMPAIGN,
        FIRMWARE,
        "2.0.0",
        Priority.NORMAL,
        Duration.ofMinutes(60),
        0,
        List.of(),
        List.of(),
        Set.<RollbackTrigger>of(),
        blueGreen,
        window,
        discretion,
        "olivia");
  }

  /** Messages whose table is away for some writes. */
  private record FailingMessages(Messages messages, AtomicInteger failures) implements Messages {
    @Override
    public void add(String organization, String updateId, List<String> texts, Instant now) {
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new DependencyUnavailable("The table", Duration.ofSeconds(1), null);
      }
      messages.add(organization, updateId, texts, now);
    }

    @Override
    public List<Message> of(String organization, String updateId) {
      return messages.of(organization, updateId);
    }
  }
}
