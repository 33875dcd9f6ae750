package io.updraft.outbox.nats;

import io.nats.client.Connection;
import io.nats.client.JetStreamManagement;
import io.nats.client.Nats;
import io.nats.client.api.MessageInfo;
import io.updraft.lambda.Environment;
import io.updraft.servers.NatsServer;
import io.updraft.servers.Ports;
import io.updraft.servers.Server;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real NATS server that a test can stop and start again, with the same port and streams. */
public final class NatsFixture implements AutoCloseable {
  private final Path folder;
  private final int port = Ports.free();
  private Server server;

  private NatsFixture(Path folder) {
    this.folder = folder;
    this.server = launch();
  }

  public static NatsFixture start(Path folder) {
    return new NatsFixture(folder);
  }

  public String url() {
    return "nats://127.0.0.1:" + port;
  }

  public NatsSettings settings() {
    return NatsSettings.from(
        Environment.of(Map.of("NATS_URL", url(), "NATS_ACKNOWLEDGE_SECONDS", "2")));
  }

  public void stop() {
    server.close();
  }

  public void startAgain() {
    server = launch();
  }

  /** Leaves the server's connections open and its clients without any answer. */
  public void freeze() throws Exception {
    signal("STOP");
  }

  public void thaw() throws Exception {
    signal("CONT");
  }

  private void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid())).start().waitFor();
  }

  private Server launch() {
    return NatsServer.start(folder.resolve("streams"), port, folder.resolve("nats.log"));
  }

  /** Everything that a stream holds, in its order. */
  public List<MessageInfo> published(String stream) throws Exception {
    return ask(
        management -> {
          long last = management.getStreamInfo(stream).getStreamState().getLastSequence();
          List<MessageInfo> messages = new ArrayList<>();
          for (long sequence = 1; sequence <= last; sequence++) {
            messages.add(management.getMessage(stream, sequence));
          }
          return messages;
        });
  }

  /** The JSON of everything that a stream holds, in its order. */
  public List<String> publishedJson(String stream) throws Exception {
    return published(stream).stream()
        .map(message -> new String(message.getData(), StandardCharsets.UTF_8))
        .toList();
  }

  /** A question to the server, over a connection of its own. */
  public <T> T ask(Question<T> question) throws Exception {
    Connection connection = Nats.connect(url());
    try {
      return question.of(connection.jetStreamManagement());
    } finally {
      connection.close();
    }
  }

  /** What is asked of the server. */
  @FunctionalInterface
  public interface Question<T> {
    T of(JetStreamManagement management) throws Exception;
  }

  @Override
  public void close() {
    server.close();
  }
}
