package io.updraft.s3;

import io.updraft.lambda.DependencyUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the store's refusals mean here. */
public final class S3Calls {
  private static final Duration COME_BACK = Duration.ofSeconds(5);
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;

  private S3Calls() {}

  /** Empty where the object, or the version that was asked for, is not there. */
  public static <T> Optional<T> unlessMissing(Supplier<T> call) {
    return reached(
        () -> {
          try {
            return Optional.of(call.get());
          } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_FOUND || refused.statusCode() == PRECONDITION_FAILED) {
              return Optional.empty();
            }
            throw refused;
          }
        });
  }

  /** A store that is away is unavailable; a request that is itself wrong is a defect. */
  public static <T> T reached(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw away(e) ? unavailable(e) : e;
    }
  }

  public static DependencyUnavailable unavailable(Exception cause) {
    return new DependencyUnavailable("The object store", COME_BACK, cause);
  }

  private static boolean away(SdkException e) {
    return switch (e) {
      case S3Exception refused -> refused.statusCode() >= 500 || refused.isThrottlingException();
      case SdkClientException _ -> true;
      default -> false;
    };
  }
}
