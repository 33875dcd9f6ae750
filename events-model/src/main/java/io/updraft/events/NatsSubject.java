package io.updraft.events;

/**
 * Where on NATS events of one type are published. Not to be confused with {@link Event#subject()},
 * which is the id of an entity.
 *
 * @param source the service that speaks, for example {@code ota_service}
 * @param type the type of the event, for example {@code firmware.uploaded}
 */
public record NatsSubject(String source, String type) {
  public NatsSubject {
    Required.text(source, "source");
    Required.text(type, "type");
  }

  /**
   * The subject of a type of event.
   *
   * @throws IllegalArgumentException for a family such as {@link UpdateEvent}, which has none
   */
  public static NatsSubject of(Class<? extends Event> event) {
    PublishedAs published = event.getAnnotation(PublishedAs.class);
    if (published == null) {
      throw new IllegalArgumentException(event.getSimpleName() + " is not published as such");
    }
    int dot = published.value().indexOf('.');
    return new NatsSubject(
        published.value().substring(0, dot), published.value().substring(dot + 1));
  }

  /** As NATS wants it: {@code ota_service.firmware.uploaded}. */
  @Override
  public String toString() {
    return source + "." + type;
  }
}
