package io.updraft.device.published;

import io.updraft.http.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code install_mode, forced_at, requires_confirmation} among the fields of a request. */
public final class DiscretionJson {
  private static final String MODE = "install_mode";
  private static final String FORCED_AT = "forced_at";
  private static final String CONFIRMATION = "requires_confirmation";

  private DiscretionJson() {}

  /** What is wrong is collected in the fields. */
  public static Discretion read(Fields fields) {
    InstallMode mode = fields.choiceOr(MODE, InstallMode.FORCED, InstallMode.class);
    Instant forcedAt = fields.optionalTime(FORCED_AT);
    boolean confirmation = fields.flagOr(CONFIRMATION, false);
    if (mode == InstallMode.TIME_FORCED && forcedAt == null) {
      fields.reject(FORCED_AT, "is required by the install_mode time_forced");
    } else if (mode != InstallMode.TIME_FORCED && forcedAt != null) {
      fields.reject(FORCED_AT, "belongs to the install_mode time_forced; leave it out");
    } else {
      return new Discretion(mode, forcedAt, confirmation);
    }
    return Discretion.NONE;
  }

  public static void write(Map<String, @Nullable Object> json, Discretion discretion) {
    json.put(MODE, discretion.mode());
    json.put(FORCED_AT, discretion.forcedAt());
    json.put(CONFIRMATION, discretion.confirmation());
  }
}
