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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The messages of one queue: a file each, so that what was taken in outlasts a crash. */
final class MessageFolder {
  private final Path folder;
  private final NavigableMap<String, Message> messages = new TreeMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Repeats repeats = new Repeats();
  private final Semaphore changes = new Semaphore(0);
  private long sequence;

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
      Incoming incoming =
          new Incoming(kept.path("body").asText(), kept.path("group").asText(), "", Duration.ZERO);
      messages.put(id, new Message(id, incoming, kept.path("receives").asInt(), Instant.EPOCH));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Takes a message in; durable when it returns. Answers its id, that of the first for a repeat.
   */
  synchronized String add(Incoming incoming, Instant now) {
    return repeats
        .find(incoming, now)
        .orElseGet(
            () -> {
              String id =
                  "%016d-%08d-%s".formatted(now.toEpochMilli(), sequence++, UUID.randomUUID());
              keep(new Message(id, incoming, 0, now.plus(incoming.delay())));
              repeats.note(incoming, id, now);
              return id;
            });
  }

  /** Puts the message back as it is now. */
  synchronized void keep(Message message) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("id", message.id())
        .put("body", message.incoming().body())
        .put("group", message.incoming().group())
        .put("receives", message.receives());
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
    changes.release();
  }

  synchronized void remove(String id) {
    try {
      Files.deleteIfExists(file(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    messages.remove(id);
  }

  /**
   * The oldest that are visible, which nobody else is given until they are released. Of a group
   * none is given while an earlier one is with somebody or waits to come again.
   */
  synchronized List<Message> take(int most, Instant now) {
    List<Message> batch = new ArrayList<>();
    Set<String> held = new HashSet<>();
    for (Message message : messages.values()) {
      String group = message.incoming().group();
      boolean free = !taken.contains(message.id()) && !message.visible().isAfter(now);
      if (free && !held.contains(group) && batch.size() < most) {
        batch.add(message);
      } else if (!group.isEmpty()) {
        held.add(group);
      }
    }
    batch.forEach(message -> taken.add(message.id()));
    return batch;
  }

  synchronized void release(List<Message> batch) {
    batch.forEach(message -> taken.remove(message.id()));
    changes.release(batch.size());
  }

  /** Waits until something has changed, or for some time. Of several that wait one is woken. */
  void await(Duration longest) throws InterruptedException {
    if (changes.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      changes.drainPermits();
    }
  }

  private Path file(String id) {
    return folder.resolve(id + ".json");
  }
}
