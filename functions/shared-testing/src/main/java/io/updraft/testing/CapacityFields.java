package io.updraft.testing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** The fields about capacity, which all data operations share without a common type. */
final class CapacityFields {
  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

  private CapacityFields() {}

  static boolean isWrite(String operation) {
    return WRITES.contains(operation);
  }

  /** The same request, with {@code ReturnConsumedCapacity} set where the operation has it. */
  static SdkRequest askForTotal(SdkRequest request) {
    SdkRequest.Builder builder = request.toBuilder();
    for (SdkField<?> field : request.sdkFields()) {
      if (field.memberName().equals("ReturnConsumedCapacity")) {
        field.set(builder, ReturnConsumedCapacity.TOTAL.toString());
      }
    }
    return builder.build();
  }

  /** What the answer reports, one entry a table. */
  static Collection<ConsumedCapacity> consumed(SdkResponse response) {
    return ((SdkPojo) response)
        .sdkFields().stream()
            .filter(field -> field.memberName().equals("ConsumedCapacity"))
            .map(field -> field.getValueOrDefault(response))
            .flatMap(value -> entries(value).stream())
            .toList();
  }

  private static List<ConsumedCapacity> entries(Object value) {
    return switch (value) {
      case null -> List.of();
      case ConsumedCapacity one -> List.of(one);
      case Collection<?> many -> many.stream().map(ConsumedCapacity.class::cast).toList();
      default -> throw new IllegalStateException("unknown field " + value);
    };
  }
}
