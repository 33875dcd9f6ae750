package io.updraft.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.updraft.events.EventStream.Owner;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StreamsTest {
  @Test
  void everyEventIsHeldByExactlyOneStream() {
    assertThat(samples())
        .allSatisfy(event -> assertThat(Streams.ALL).filteredOn(takes(event)).hasSize(1));
  }

  @Test
  void updraftOwnsWhatItPublishesItself() {
    assertThat(Streams.ALL)
        .filteredOn(stream -> stream.owner() == Owner.UPDRAFT)
        .extracting(EventStream::subjectFilter)
        .containsExactly("ota_service.>", "telemetry_service.>");
  }

  @Test
  void aNeighboursStreamKeepsItsSubjectsUnderAnotherName() {
    assertThat(Streams.DEVICE.named("fleet"))
        .isEqualTo(new EventStream("fleet", "device_service.>", Owner.NEIGHBOUR));
  }

  private static List<Event> samples() {
    return Stream.of(OtaSamples.all(), TelemetrySamples.all()).flatMap(List::stream).toList();
  }

  private static Predicate<EventStream> takes(Event event) {
    String subject = NatsSubject.of(event.getClass()).toString();
    return stream -> subject.startsWith(stream.subjectFilter().replace(">", ""));
  }
}
