package io.updraft.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.updraft.local.lambda.Functions;
import io.updraft.template.PhysicalNames;
import io.updraft.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulesTest {
  private static final BlockingQueue<Map<String, Object>> EVENTS = new LinkedBlockingQueue<>();

  /** Tells the test what it was given. */
  public static final class Recorder implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      EVENTS.add(new ObjectMapper().readValue(input, new TypeReference<>() {}));
    }
  }

  @Test
  void runsEachFunctionAtTheStartWithItsInput(@TempDir Path folder) throws Exception {
    Template template =
        template(
            folder,
            """
            One: { Type: ScheduleV2, Properties:
              { ScheduleExpression: rate(1 minute), Input: '{"a": 1}' } }""");

    assertThat(firstEvent(template)).isEqualTo(Map.of("a", 1));
  }

  @Test
  void withoutInputTheEventIsAboutTheSchedule(@TempDir Path folder) throws Exception {
    Template template =
        template(folder, "One: { Type: Schedule, Properties: { Schedule: rate(1 day) } }");

    assertThat(firstEvent(template)).containsEntry("detail-type", "Scheduled Event");
  }

  /** Works until no time is left. */
  public static final class Waiting implements RequestStreamHandler {
    private static final CountDownLatch BEGUN = new CountDownLatch(1);
    private static final CountDownLatch ENDED = new CountDownLatch(1);

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
      BEGUN.countDown();
      while (context.getRemainingTimeInMillis() > 0 && !Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
      if (!Thread.currentThread().isInterrupted()) {
        ENDED.countDown();
      }
    }
  }

  @Test
  void whoLooksAtTheTimeLeftEndsUninterrupted(@TempDir Path folder) throws Exception {
    Template template =
        template(
            folder,
            Waiting.class,
            "One: { Type: Schedule, Properties: { Schedule: rate(1 day) } }");
    try (Functions functions = new Functions(template, Map.of());
        Schedules schedules = new Schedules(functions, Clock.systemUTC())) {
      schedules.start(template);
      assertThat(Waiting.BEGUN.await(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(Waiting.ENDED.getCount()).isZero();
  }

  private static Map<String, Object> firstEvent(Template template) throws InterruptedException {
    EVENTS.clear();
    try (Functions functions = new Functions(template, Map.of());
        Schedules schedules = new Schedules(functions, Clock.systemUTC())) {
      schedules.start(template);
      Map<String, Object> event = EVENTS.poll(20, TimeUnit.SECONDS);
      return event == null ? Map.of() : event;
    }
  }

  private static Template template(Path folder, String events) throws Exception {
    return template(folder, Recorder.class, events);
  }

  private static Template template(Path folder, Class<?> handler, String events) throws Exception {
    String yaml =
        """
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties:
              Handler: %s
              Timeout: 300
              Events:
        %s
        """
            .formatted(handler.getName(), events.indent(8));
    return Template.read(
        Files.writeString(folder.resolve("template.yaml"), yaml),
        Map.of(),
        PhysicalNames.logicalIds());
  }
}
