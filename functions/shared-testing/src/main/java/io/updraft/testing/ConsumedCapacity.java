package io.updraft.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * What the operations of a client have consumed, as the server itself reports it: table and indexes
 * together, in units of DynamoDB (halves for eventually consistent reads).
 *
 * <p>A cancelled transaction and a failed condition report nothing, though DynamoDB bills them.
 */
public final class ConsumedCapacity {
  private final List<Operation> operations = new ArrayList<>();

  ConsumedCapacity() {}

  /** One call: its name, such as {@code GetItem}, and its units. */
  public record Operation(String name, double readUnits, double writeUnits) {}

  /** Forgets what was consumed so far. */
  public synchronized void reset() {
    operations.clear();
  }

  public double readUnits() {
    return operations().stream().mapToDouble(Operation::readUnits).sum();
  }

  public double writeUnits() {
    return operations().stream().mapToDouble(Operation::writeUnits).sum();
  }

  /** The calls since the last {@link #reset}, in order. */
  public synchronized List<Operation> operations() {
    return List.copyOf(operations);
  }

  @Override
  public String toString() {
    return "%s read units, %s write units: %s".formatted(readUnits(), writeUnits(), operations());
  }

  private synchronized void add(Operation operation) {
    operations.add(operation);
  }

  /** Asks every operation for what it consumes, and adds it up here. */
  ExecutionInterceptor interceptor() {
    return new ExecutionInterceptor() {
      @Override
      public SdkRequest modifyRequest(
          Context.ModifyRequest context, ExecutionAttributes attributes) {
        return CapacityFields.askForTotal(context.request());
      }

      @Override
      public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        String name = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        operation(name, context.response()).ifPresent(ConsumedCapacity.this::add);
      }
    };
  }

  private static Optional<Operation> operation(String name, SdkResponse response) {
    Collection<software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity> consumed =
        CapacityFields.consumed(response);
    if (consumed.isEmpty()) {
      return Optional.empty();
    }
    double units = consumed.stream().mapToDouble(c -> c.capacityUnits()).sum();
    return Optional.of(
        CapacityFields.isWrite(name)
            ? new Operation(name, 0, units)
            : new Operation(name, units, 0));
  }
}
