package io.updraft.local.queue;

import io.updraft.template.Template;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All queues of the template, by their names. */
public final class Queues {
  private final Template template;
  private final Map<String, MessageFolder> folders = new HashMap<>();

  /** In a folder each, which are made where the template has a queue. */
  public Queues(Template template, Path folder) {
    this.template = template;
    template
        .queues()
        .keySet()
        .forEach(id -> folders.put(id, new MessageFolder(folder.resolve(id))));
  }

  /** By the address that functions have of it, whose last part is the name. */
  Optional<MessageFolder> find(String url) {
    return Optional.ofNullable(folders.get(name(url)));
  }

  /** Of a queue that is there. */
  boolean isFifo(String url) {
    return template.queue(name(url)).fifo();
  }

  private static String name(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
