package io.updraft.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void whatIsCountedInTicksIsToldInMilliseconds() {
    Shares shares =
        Shares.read(
            """
            4711:
            java.ci.totalTime=30000000
            java.cls.loadedClasses=700
            java.cls.sharedLoadedClasses=300
            java.property.java.vm.name="OpenJDK"
            sun.cls.appClassLoadTime=900000000
            sun.cls.appClassLoadTime.self=1000000
            sun.cls.classInitTime.self=800000000
            sun.cls.classLinkedTime.self=2000000
            sun.cls.classVerifyTime.self=3000000
            sun.cls.defineAppClassTime.self=4000000
            sun.cls.sysClassLoadTime=5000000
            sun.os.hrt.frequency=1000000000
            """);

    assertThat(shares).isEqualTo(new Shares(1_000, 15, 30));
  }

  @Test
  void thisProcessHasLoadedClasses() throws Exception {
    Shares shares = Shares.of(ProcessHandle.current().pid());

    assertThat(shares.classes()).isGreaterThan(500);
    assertThat(shares.loadingMillis()).isPositive();
  }

  @Test
  void aProcessThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Shares.of(Integer.MAX_VALUE))
        .isInstanceOf(FailedStart.class)
        .hasMessageContaining("2147483647");
  }
}
