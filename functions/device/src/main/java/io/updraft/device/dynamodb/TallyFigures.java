package io.updraft.device.dynamodb;

import io.updraft.device.published.TallyName;
import io.updraft.firmware.published.FirmwareFigures;

/** Brings what a tally says to the statistics of its organization and to its firmware. */
public final class TallyFigures {
  private final RecordedStatistics statistics;
  private final FirmwareFigures figures;

  TallyFigures(RecordedStatistics statistics, FirmwareFigures figures) {
    this.statistics = statistics;
    this.figures = figures;
  }

  /**
   * Tells the whole of one tally, so that telling it twice, or late, changes nothing. The rollbacks
   * of a campaign go to several firmwares and are counted for none.
   */
  public void tell(TallyName name) {
    if (name.countsRollbacks()) {
      return;
    }
    Tallies.Summed summed = statistics.record(name);
    figures.record(
        new FirmwareFigures.Contribution(
            name.organization(),
            summed.firmwareId(),
            name.tallied(),
            summed.moves(),
            summed.tally().downloads(),
            summed.tally().completed(),
            summed.tally().failed()));
  }
}
