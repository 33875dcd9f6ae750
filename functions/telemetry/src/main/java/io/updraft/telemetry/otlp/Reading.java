package io.updraft.telemetry.otlp;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import java.util.List;

/**
 * A data point of any kind.
 *
 * @param time nanoseconds since the epoch, all 64 bits of it; 0 for none
 * @param flags of {@link DataPointFlags}
 */
record Reading(long time, int flags, List<KeyValue> attributes, List<Part> parts) {

  /** Whether it says that there was nothing to be measured. */
  boolean isEmpty() {
    return (flags & DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE) != 0;
  }
}
