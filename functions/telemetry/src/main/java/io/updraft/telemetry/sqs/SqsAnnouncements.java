package io.updraft.telemetry.sqs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.updraft.sqs.QueueMessage;
import io.updraft.sqs.SqsQueue;
import io.updraft.telemetry.domain.Announcement;
import io.updraft.telemetry.domain.Announcements;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Announcements on a FIFO queue, many in a message: a list of {@code entity}, {@code sequence} and
 * {@code event}, the envelope as text. A device is always in the same of a few groups, so that its
 * announcements keep their order, and one message holds those of many devices.
 */
public final class SqsAnnouncements implements Announcements {
  static final int GROUPS = 16;

  /** With room for what is not counted: {@value QueueMessage#MOST_BYTES} is the limit. */
  private static final int MOST_BYTES = 200 * 1024;

  private static final JsonMapper MAPPER = new JsonMapper();

  private final SqsQueue queue;

  public SqsAnnouncements(SqsQueue queue) {
    this.queue = queue;
  }

  @Override
  public void put(List<Announcement> batch) {
    queue.putAll(messages(batch));
  }

  static List<QueueMessage> messages(List<Announcement> batch) {
    Map<Integer, List<Announcement>> groups =
        batch.stream().collect(groupingBy(SqsAnnouncements::group, TreeMap::new, toList()));
    List<QueueMessage> messages = new ArrayList<>();
    groups.forEach(
        (group, own) -> packs(own).forEach(pack -> messages.add(message(group.toString(), pack))));
    return messages;
  }

  private static int group(Announcement announcement) {
    return Math.floorMod(announcement.entity().hashCode(), GROUPS);
  }

  private static List<List<Announcement>> packs(List<Announcement> announcements) {
    List<List<Announcement>> packs = new ArrayList<>();
    int bytes = MOST_BYTES;
    for (Announcement announcement : announcements) {
      int size = text(List.of(announcement)).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + size > MOST_BYTES) {
        packs.add(new ArrayList<>());
        bytes = 0;
      }
      packs.getLast().add(announcement);
      bytes += size;
    }
    return packs;
  }

  /** Records of one shard between two numbers are always the same, so they name the message. */
  private static QueueMessage message(String group, List<Announcement> pack) {
    String name = pack.getFirst().record() + "-" + pack.getLast().record();
    return QueueMessage.inOrder(text(pack), group, name);
  }

  private static String text(List<Announcement> pack) {
    List<Map<String, String>> list =
        pack.stream()
            .map(a -> Map.of("entity", a.entity(), "sequence", a.sequence(), "event", a.json()))
            .toList();
    try {
      return MAPPER.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts that can't be written", e);
    }
  }
}
