package io.updraft.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.updraft.local.lambda.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/** The messages of one queue: a file each, so that what was taken in outlasts a crash. */
final class MessageFolder {
  private final Path folder;
  private final Map<String, Message> messages = new ConcurrentSkipListMap<>();

  /**
   * A message.
   *
   * @param id sorts by the time at which it came
   * @param receives how often a function was run with it
   * @param visible when it is to be taken next
   */
  record Message(String id, String body, int receives, Instant visible) {}

  /** With what an earlier start left in the folder, at once visible. */
  MessageFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      try (var files = Files.list(folder)) {
        files.filter(f -> f.toString().endsWith(".json")).forEach(this::load);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(Path file) {
    try {
      JsonNode kept = Json.read(Files.readAllBytes(file));
      String id = kept.path("id").asText();
      messages.put(
          id,
          new Message(
              id, kept.path("body").asText(), kept.path("receives").asInt(), Instant.EPOCH));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a message in; durable when it returns. Answers its id. */
  String add(String body, Instant now) {
    String id = "%016d-%s".formatted(now.toEpochMilli(), UUID.randomUUID());
    keep(new Message(id, body, 0, now));
    return id;
  }

  /** Puts the message back as it is now. */
  void keep(Message message) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", message.id()).put("body", message.body()).put("receives", message.receives());
    Path written = folder.resolve(message.id() + ".new");
    try {
      Files.write(
          written,
          Json.bytes(json),
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.DSYNC);
      Files.move(written, file(message.id()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    messages.put(message.id(), message);
  }

  void remove(String id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    messages.remove(id);
  }

  /** The oldest that are visible. */
  List<Message> visible(int most, Instant now) {
    return messages.values().stream().filter(m -> !m.visible().isAfter(now)).limit(most).toList();
  }

  private Path file(String id) {
    return folder.resolve(id + ".json");
  }
}
