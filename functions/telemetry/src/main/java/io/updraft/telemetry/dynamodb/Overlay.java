package io.updraft.telemetry.dynamodb;

import io.updraft.telemetry.domain.PointStore.Taker;
import io.updraft.telemetry.published.DataPoint;
import java.util.NavigableMap;

/** Merged points and those that arrived since, as one ascending series; of one time the younger. */
final class Overlay {
  private final NavigableMap<Long, DataPoint> young;
  private final Taker taker;
  private boolean wanted = true;
  private long last = Long.MIN_VALUE;

  Overlay(NavigableMap<Long, DataPoint> young, Taker taker) {
    this.young = young;
    this.taker = taker;
  }

  /**
   * Gives all that comes before a merged point, and it; whether more are wanted. One that is not
   * after the last is passed over: a part that was cut between two pages gives its points twice.
   */
  boolean merged(DataPoint point) {
    if (point.time() <= last) {
      return wanted;
    }
    last = point.time();
    while (wanted && !young.isEmpty() && young.firstKey() < point.time()) {
      giveYoung();
    }
    if (wanted && (young.isEmpty() || young.firstKey() > point.time())) {
      wanted = taker.take(point);
    }
    return wanted;
  }

  /** Gives what is left. */
  void finish() {
    while (wanted && !young.isEmpty()) {
      giveYoung();
    }
  }

  private void giveYoung() {
    wanted = taker.take(young.pollFirstEntry().getValue());
  }
}
