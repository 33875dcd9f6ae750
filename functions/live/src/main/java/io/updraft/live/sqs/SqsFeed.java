package io.updraft.live.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.updraft.live.json.LiveJson;
import io.updraft.live.published.LiveFeed;
import io.updraft.sqs.QueueMessage;
import io.updraft.sqs.SqsQueue;
import java.util.ArrayList;
import java.util.List;

/** Puts on the live queue what those who watch are to see. */
public final class SqsFeed implements LiveFeed {
  /** SQS counts each 64 KB that are begun; this leaves room for the frame. */
  private static final int MOST_BYTES = 63 * 1024;

  private final Watch watch;
  private final SqsQueue queue;

  public SqsFeed(Watch watch, SqsQueue queue) {
    this.watch = watch;
    this.queue = queue;
  }

  @Override
  public boolean watched(String organization) {
    return watch.on(organization);
  }

  @Override
  public void points(String organization, List<String> points) {
    queue.putAll(
        packs(points).stream()
            .map(pack -> QueueMessage.of(LiveJson.news(organization, pack, List.of())))
            .toList());
  }

  @Override
  public void alerts(String organization, List<String> alerts) {
    queue.putAll(
        packs(alerts).stream()
            .map(pack -> QueueMessage.of(LiveJson.news(organization, List.of(), pack)))
            .toList());
  }

  private static List<List<String>> packs(List<String> objects) {
    List<List<String>> packs = new ArrayList<>();
    int bytes = MOST_BYTES;
    for (String object : objects) {
      int size = object.getBytes(UTF_8).length + 1;
      if (bytes + size > MOST_BYTES) {
        packs.add(new ArrayList<>());
        bytes = 0;
      }
      packs.getLast().add(object);
      bytes += size;
    }
    return packs;
  }
}
