package io.github.extendclient.testing.internal.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateParserTest {
  @ParameterizedTest
  @CsvSource({
    "2026-03-04, 2026-03-04",
    "2026/3/4, 2026-03-04",
    "03/04/2026, 2026-03-04",
    "13/04/2026, 2026-04-13",
    "3/4/26, 2026-03-04",
    "04.03.2026, 2026-03-04",
    "'March 4, 2026', 2026-03-04",
    "Mar. 4th 2026, 2026-03-04",
    "4 March 2026, 2026-03-04",
    "04-Mar-2026, 2026-03-04",
    "'Wednesday, March 4, 2026', 2026-03-04"
  })
  void readsWhatPeopleWrite(String text, LocalDate date) {
    assertThat(DateParser.date(text)).contains(date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "net 30", "31/31/2026", "2026-02-30", "Smarch 4, 2026"})
  void isEmptyForWhatIsNoDate(String text) {
    assertThat(DateParser.date(text)).isEmpty();
  }
}
