package io.updraft.testing;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * With the profile {@code localstack} leaves only the tests that need a service of AWS: those
 * extended by {@link DynamoDbServer}, and those with the tag {@value #TAG}. Where there is neither
 * an endpoint nor Docker it leaves none, and says so.
 */
public final class IntegrationTests implements PostDiscoveryFilter {
  /** The tag of tests that need another service than DynamoDB. */
  public static final String TAG = "integration";

  private static final String WANTED = "updraft.integration";

  private final boolean wanted;
  private final boolean possible;

  /** For the launcher, which finds this as a service. */
  public IntegrationTests() {
    this(wanted(), !wanted() || possible());
    if (!possible) {
      sayThatDockerIsMissing();
    }
  }

  IntegrationTests(boolean wanted, boolean possible) {
    this.wanted = wanted;
    this.possible = possible;
  }

  /** Whether nothing else is to run. */
  static boolean wanted() {
    return Boolean.getBoolean(WANTED);
  }

  private static boolean possible() {
    return Endpoint.isNamed() || LocalStack.canStart();
  }

  /** Past what captures the output of tests, since there is no test to show it with. */
  private static void sayThatDockerIsMissing() {
    try (var console =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
      console.println(
          "Integration tests skipped: no Docker for LocalStack, and no AWS_ENDPOINT_URL.");
    }
  }

  @Override
  public FilterResult apply(TestDescriptor test) {
    return FilterResult.includedIf(!wanted || (possible && isOne(test)));
  }

  private static boolean isOne(TestDescriptor test) {
    return switch (test.getSource().orElse(null)) {
      case ClassSource source -> isOne(source.getJavaClass());
      case MethodSource source -> isOne(source.getJavaClass());
      case null, default -> false;
    };
  }

  private static boolean isOne(Class<?> tests) {
    Class<?> enclosing = tests.getEnclosingClass();
    return isTagged(tests) || isExtended(tests) || (enclosing != null && isOne(enclosing));
  }

  private static boolean isTagged(Class<?> tests) {
    return AnnotationSupport.findRepeatableAnnotations(tests, Tag.class).stream()
        .anyMatch(tag -> tag.value().equals(TAG));
  }

  private static boolean isExtended(Class<?> tests) {
    return AnnotationSupport.findRepeatableAnnotations(tests, ExtendWith.class).stream()
        .flatMap(extended -> Arrays.stream(extended.value()))
        .anyMatch(extension -> extension == DynamoDbServer.class);
  }
}
