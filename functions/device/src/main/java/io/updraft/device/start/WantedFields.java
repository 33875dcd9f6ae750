package io.updraft.device.start;

import io.updraft.device.domain.Commands;
import io.updraft.device.published.DiscretionJson;
import io.updraft.device.published.MaintenanceWindowJson;
import io.updraft.device.published.Priority;
import io.updraft.http.Fields;
import java.time.Duration;
import java.util.List;

/** Reads what an operator wants from the body of a request. */
final class WantedFields {
  private static final int MOST_COMMANDS = 10;
  private static final int LONGEST_COMMAND = 256;

  private WantedFields() {}

  /** The caller reports what is wrong, once it has read its own fields. */
  static Wanted read(Fields fields, String by) {
    return new Wanted(
        fields.text("firmware_id", 1, 100),
        fields.choiceOr("priority", Priority.NORMAL, Priority.class),
        fields.flagOr("force_update", false),
        new Commands(
            commands(fields, "pre_update_commands"), commands(fields, "post_update_commands")),
        (int) fields.numberOr("max_retries", 3, 0, 10),
        Duration.ofMinutes(fields.numberOr("timeout_minutes", 60, 5, 1440)),
        MaintenanceWindowJson.read(fields, "maintenance_window"),
        DiscretionJson.read(fields),
        by);
  }

  private static List<String> commands(Fields fields, String name) {
    return fields.texts(name, MOST_COMMANDS, 1, LONGEST_COMMAND);
  }
}
