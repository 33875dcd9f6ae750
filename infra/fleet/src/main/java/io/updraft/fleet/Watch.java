package io.updraft.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.updraft.fleet.http.Answer;
import io.updraft.fleet.http.Api;
import io.updraft.fleet.http.Call;
import io.updraft.fleet.http.Connections;
import io.updraft.fleet.http.Credentials;
import io.updraft.fleet.http.Patience;
import io.updraft.fleet.http.Refused;
import io.updraft.fleet.http.Traffic;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code scripts/watch}. Goes on until it is interrupted, with a subscription after the other, or
 * until so many messages have come. Exit status 0, 1 where it is refused, 2 for a wrong option.
 */
@Command(
    name = "scripts/watch",
    description = "Shows points as they are stored and alerts as they change, a line each.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Watch implements Callable<Integer> {
  @Option(names = "--device", paramLabel = "ID", description = "A device; any number of them")
  private List<String> devices = List.of();

  @Option(names = "--metric", paramLabel = "NAME", description = "A metric; any number of them")
  private List<String> metrics = List.of();

  @Option(names = "--tag", paramLabel = "NAME=VALUE", description = "A tag that points must have")
  private Map<String, String> tags = Map.of();

  @Option(
      names = "--every",
      paramLabel = "MS",
      defaultValue = "1000",
      description = "The least time between two messages with points (${DEFAULT-VALUE})")
  private int every;

  @Option(names = "--no-points", description = "Alerts only")
  private boolean noPoints;

  @Option(names = "--no-alerts", description = "Points only")
  private boolean noAlerts;

  @Option(names = "--count", paramLabel = "N", description = "End after N messages")
  private int count = Integer.MAX_VALUE;

  @Mixin private final ServerOptions serverOptions = new ServerOptions();

  private final PrintStream out;

  Watch(PrintStream out) {
    this.out = out;
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    System.exit(commandLine(System.out).execute(arguments));
  }

  static CommandLine commandLine(PrintStream out) {
    return new CommandLine(new Watch(out));
  }

  @Override
  public Integer call() throws InterruptedException {
    Credentials admin = serverOptions.admin();
    Patience patience = Patience.usual();
    Api api = new Api(serverOptions.server(), new Connections(), new Traffic(), patience);
    try {
      listen(api, admin, patience);
      return CommandLine.ExitCode.OK;
    } catch (Refused refused) {
      out.println(refused.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /** A server that closes each connection at once is not asked for another at once. */
  private void listen(Api api, Credentials admin, Patience patience) throws InterruptedException {
    Patience.Waits waits = patience.waits();
    int left = count;
    while (left > 0) {
      int heard = Listener.listen(address(api, admin), left, out::println);
      left -= heard;
      if (heard > 0) {
        waits = patience.waits();
      } else {
        waits.pause(Duration.ZERO);
      }
    }
  }

  private URI address(Api api, Credentials admin) throws InterruptedException {
    Answer answer = api.send(Call.post("/api/v1/telemetry/subscribe", wish()), admin);
    JsonNode body = answer.body();
    if (!answer.isSuccess()) {
      throw new Refused("refused: " + body);
    }
    return URI.create(
        body.path("websocket_url").asText() + "?token=" + body.path("token").asText());
  }

  private Map<String, ?> wish() {
    return Map.of(
        "device_ids", devices,
        "metric_names", metrics,
        "tags", tags,
        "max_frequency", every,
        "points", !noPoints,
        "alerts", !noAlerts);
  }
}
