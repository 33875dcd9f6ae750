package io.updraft.telemetry.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.sqs.QueueMessage;
import io.updraft.telemetry.domain.Announcement;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SqsAnnouncementsTest {
  private static List<Announcement> batch(int devices, int each, int size) {
    return IntStream.range(0, devices * each)
        .mapToObj(
            i ->
                new Announcement(
                    "acme#d" + i % devices,
                    "a" + i,
                    "e%d.".formatted(i) + "x".repeat(size),
                    "" + i))
        .toList();
  }

  private static QueueMessage.Place place(QueueMessage message) {
    return Objects.requireNonNull(message.place());
  }

  @Test
  void putsManyInOneMessage() {
    List<QueueMessage> messages = SqsAnnouncements.messages(batch(200, 2, 400));

    assertThat(messages).hasSizeLessThanOrEqualTo(SqsAnnouncements.GROUPS);
    assertThat(String.join("", messages.stream().map(QueueMessage::body).toList()))
        .contains(IntStream.range(0, 400).mapToObj(i -> "\"e%d.x".formatted(i)).toList());
  }

  @Test
  void aDeviceIsAlwaysInOneGroupAndInOrder() {
    Map<String, Integer> last = new HashMap<>();
    Map<String, String> groupOf = new HashMap<>();
    for (QueueMessage message : SqsAnnouncements.messages(batch(40, 20, 400))) {
      for (String part : message.body().split("\"e(?=[0-9]+\\.x)", -1)) {
        if (part.matches("(?s)[0-9]+\\..*")) {
          int number = Integer.parseInt(part.replaceFirst("(?s)\\..*", ""));
          String device = "d" + number % 40;
          assertThat(last.getOrDefault(device, -1)).isLessThan(number);
          last.put(device, number);
          groupOf.merge(
              device,
              place(message).group(),
              (before, now) -> {
                assertThat(now).isEqualTo(before);
                return now;
              });
        }
      }
    }
    assertThat(groupOf).hasSize(40);
    assertThat(new HashSet<>(groupOf.values())).hasSizeGreaterThan(8);
  }

  @Test
  void noMessageIsLargerThanTheQueueTakes() {
    List<QueueMessage> messages = SqsAnnouncements.messages(batch(1, 100, 10_000));

    assertThat(messages).hasSizeGreaterThan(4);
    assertThat(messages)
        .allSatisfy(
            message ->
                assertThat(message.body().getBytes(StandardCharsets.UTF_8).length)
                    .isLessThan(QueueMessage.MOST_BYTES));
  }

  @Test
  void aRepeatedBatchHasTheSameNames() {
    List<QueueMessage> messages = SqsAnnouncements.messages(batch(40, 20, 4_000));
    Set<QueueMessage.Place> places = new HashSet<>();
    messages.forEach(message -> places.add(place(message)));

    assertThat(places).hasSameSizeAs(messages);
    assertThat(SqsAnnouncements.messages(batch(40, 20, 4_000))).isEqualTo(messages);
  }

  @Test
  void nothingIsPutForNothing() {
    assertThat(SqsAnnouncements.messages(List.of())).isEmpty();
  }
}
