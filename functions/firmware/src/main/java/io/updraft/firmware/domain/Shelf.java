package io.updraft.firmware.domain;

import io.updraft.firmware.published.FirmwareStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the firmware of an organization, newest first. */
public interface Shelf {
  Row row(Search search);

  /** Eventually consistent; an id without updates has {@link Figures#NONE}. */
  Map<String, Figures> figures(String organization, Collection<String> firmwareIds);

  /**
   * What is looked for; a filter that is null lets everything through.
   *
   * @param offset how many matches to leave out
   * @param after where the row before ended
   */
  record Search(
      String organization, Filter filter, int limit, int offset, Optional<String> after) {}

  /** What firmware must be like; null where it doesn't matter. */
  record Filter(
      @Nullable String deviceModel,
      @Nullable String manufacturer,
      @Nullable String name,
      @Nullable FirmwareStatus status,
      @Nullable Boolean beta,
      @Nullable Boolean securityUpdate) {}

  /**
   * Some of the matches.
   *
   * @param next where to go on; empty at the end
   */
  record Row(List<Firmware> firmware, Optional<String> next) {
    public Row {
      firmware = List.copyOf(firmware);
    }
  }
}
