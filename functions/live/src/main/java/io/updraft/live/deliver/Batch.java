package io.updraft.live.deliver;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.updraft.live.domain.Content;
import io.updraft.live.domain.LiveMessage;
import io.updraft.live.json.LiveJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of one invocation, sorted: all news of an organization as one, so that a
 * subscription takes one turn for them.
 */
final class Batch {
  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  private final Map<String, List<Content>> news = new LinkedHashMap<>();
  private final Map<String, List<String>> newsIds = new LinkedHashMap<>();
  private final Map<LiveMessage.Flush, String> flushes = new LinkedHashMap<>();
  private final Set<String> failed = new LinkedHashSet<>();

  Batch(List<SQSMessage> messages) {
    messages.forEach(message -> attempt(List.of(message.getMessageId()), () -> sort(message)));
  }

  private void sort(SQSMessage message) {
    switch (LiveJson.message(message.getBody())) {
      case LiveMessage.News(String organization, Content content) -> {
        news.computeIfAbsent(organization, _ -> new ArrayList<>()).add(content);
        newsIds.computeIfAbsent(organization, _ -> new ArrayList<>()).add(message.getMessageId());
      }
      case LiveMessage.Flush flush -> flushes.put(flush, message.getMessageId());
    }
  }

  void eachNews(BiConsumer<String, Content> work) {
    news.forEach(
        (organization, parts) ->
            attempt(
                newsIds.getOrDefault(organization, List.of()),
                () -> work.accept(organization, Content.merged(parts))));
  }

  /** Those that are due first come first. */
  void eachFlush(Consumer<LiveMessage.Flush> work) {
    flushes.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().due()))
        .forEach(entry -> attempt(List.of(entry.getValue()), () -> work.accept(entry.getKey())));
  }

  /** The messages that have to come again. */
  Set<String> failed() {
    return failed;
  }

  private void attempt(List<String> ids, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("messages {} were not delivered, and come again", ids, e);
      failed.addAll(ids);
    }
  }
}
