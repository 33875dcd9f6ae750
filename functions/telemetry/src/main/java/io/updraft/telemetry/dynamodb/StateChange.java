package io.updraft.telemetry.dynamodb;

import io.updraft.dynamodb.Guarded;
import io.updraft.dynamodb.ItemBuilder;
import io.updraft.telemetry.domain.Backlog.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What becomes of a device's state; each attribute has the value of its own name. */
final class StateChange {
  private final List<String> set = new ArrayList<>();
  private final List<String> remove = new ArrayList<>();
  private final List<String> add = new ArrayList<>();
  private Consumer<ItemBuilder> values = _ -> {};

  /** Sets an attribute to the value that is given as {@code :name}. */
  StateChange set(String name, Consumer<ItemBuilder> value) {
    set.add(name + " = :" + name);
    values = values.andThen(value);
    return this;
  }

  StateChange setOrRemove(String name, @Nullable String value) {
    return value == null ? remove(name) : set(name, v -> v.text(":" + name, value));
  }

  StateChange remove(String name) {
    remove.add(name);
    return this;
  }

  StateChange add(String name, long number) {
    add.add(name + " :" + name);
    values = values.andThen(v -> v.number(":" + name, number));
    return this;
  }

  Guarded on(String table, Device device) {
    return Guarded.update(
            table,
            SeriesKeys.state(device.organization(), device.deviceId()),
            clause("SET ", set) + clause(" REMOVE ", remove) + clause(" ADD ", add))
        .with(values);
  }

  private static String clause(String word, List<String> parts) {
    return parts.isEmpty() ? "" : word + String.join(", ", parts);
  }
}
