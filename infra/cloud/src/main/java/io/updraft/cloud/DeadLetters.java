package io.updraft.cloud;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.Set;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.sqs.CfnQueue;

/** Which queues hold what was given up: those that nothing but failures leads to. */
final class DeadLetters {
  private DeadLetters() {}

  /** By logical id: what takes no redrive of its own ends there. */
  static Set<String> among(Collection<CfnResource> queues) {
    return queues.stream()
        .filter(queue -> ((CfnQueue) queue).getRedrivePolicy() == null)
        .map(queue -> queue.getNode().getId())
        .collect(toUnmodifiableSet());
  }
}
