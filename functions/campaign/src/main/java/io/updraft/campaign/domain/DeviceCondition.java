package io.updraft.campaign.domain;

import io.updraft.device.published.DeviceFacts;
import io.updraft.firmware.published.Version;
import java.util.List;

/** What a query asks of a device; a pure function of the facts that are known of it. */
public sealed interface DeviceCondition {
  boolean holds(DeviceFacts device);

  /** All of them, which are at least one. */
  record All(List<DeviceCondition> parts) implements DeviceCondition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(DeviceFacts device) {
      return parts.stream().allMatch(part -> part.holds(device));
    }
  }

  /** One of them at least. */
  record Any(List<DeviceCondition> parts) implements DeviceCondition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(DeviceFacts device) {
      return parts.stream().anyMatch(part -> part.holds(device));
    }
  }

  /** The opposite: what a device does not have is different from any text. */
  record Not(DeviceCondition part) implements DeviceCondition {
    @Override
    public boolean holds(DeviceFacts device) {
      return !part.holds(device);
    }
  }

  /** One of the device's values is like one of the patterns. */
  record Like(DeviceSelector selector, List<Wildcard> patterns) implements DeviceCondition {
    public Like {
      patterns = List.copyOf(patterns);
    }

    @Override
    public boolean holds(DeviceFacts device) {
      return selector.values(device).stream().anyMatch(this::likeOne);
    }

    private boolean likeOne(String value) {
      return patterns.stream().anyMatch(pattern -> pattern.matches(value));
    }
  }

  /** The device tells a version that is in such an order to the given one. */
  record Ordered(DeviceSelector selector, Order order, Version version) implements DeviceCondition {
    @Override
    public boolean holds(DeviceFacts device) {
      return selector.values(device).stream()
          .map(Version::of)
          .anyMatch(value -> order.fits(value.compareTo(version)));
    }
  }

  /** The device tells a version, whichever. */
  record Known(DeviceSelector selector) implements DeviceCondition {
    @Override
    public boolean holds(DeviceFacts device) {
      return !selector.values(device).isEmpty();
    }
  }

  /** How two versions can lie to each other, by the precedence of Semantic Versioning. */
  enum Order {
    SAME,
    BEFORE,
    NOT_AFTER,
    AFTER,
    NOT_BEFORE;

    /** Whether a comparison that ended with that sign is in this order. */
    boolean fits(int sign) {
      return switch (this) {
        case SAME -> sign == 0;
        case BEFORE -> sign < 0;
        case NOT_AFTER -> sign <= 0;
        case AFTER -> sign > 0;
        case NOT_BEFORE -> sign >= 0;
      };
    }
  }
}
