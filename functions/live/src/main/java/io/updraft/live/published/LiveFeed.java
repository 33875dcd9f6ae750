package io.updraft.live.published;

import java.util.List;

/** Takes what happens in an organization to those who watch it. */
public interface LiveFeed {
  /**
   * Whether anybody watches, or is about to; as of some seconds ago. Where nobody does, nothing
   * need be handed over.
   */
  boolean watched(String organization);

  /**
   * Points that were stored.
   *
   * @param points each as a JSON object, as the API shows points, with device and metric
   */
  void points(String organization, List<String> points);

  /**
   * Changes of alerts.
   *
   * @param alerts each as a JSON object: {@code event}, and the data of the event
   */
  void alerts(String organization, List<String> alerts);
}
