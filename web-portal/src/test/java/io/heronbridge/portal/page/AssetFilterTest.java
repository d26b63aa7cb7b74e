package io.heronbridge.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetFilterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/_fc31a15955/css/pages/connect.css",
        "/webjars/chart.js/4.5.1/dist/chart.umd.min.js",
        "/webjars/htmx.org/2.0.10/dist/htmx.min.js"
      })
  void filesHaveOneNameEach(String path) {
    assertThat(AssetFilter.isPlain(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/webjars//chart.js/4.5.1/dist/chart.js",
        "/webjars/./chart.js/4.5.1/dist/chart.js",
        "/webjars/x/../chart.js/4.5.1/dist/chart.js",
        "/assets/_fc31a15955/%2e%2e/WEB-INF/web.xml",
        "/assets/_fc31a15955/css/base.css/",
        "/assets/_fc31a15955/css;x/base.css",
        "/assets/_fc31a15955/.hidden",
        ""
      })
  void otherNamesOfTheSameFilesAreNotPlain(String path) {
    assertThat(AssetFilter.isPlain(path)).isFalse();
  }
}
