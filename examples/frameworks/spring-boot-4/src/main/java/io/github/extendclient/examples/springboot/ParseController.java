package io.github.extendclient.examples.springboot;

import io.github.extendclient.ExtendClient;
import io.github.extendclient.v20260209.model.ParseRun;
import io.github.extendclient.v20260209.model.ParseRunCreateRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

// region controller
/** Models go in and out as the API's own JSON, within records and lists too. */
@RestController
class ParseController {
  private final ExtendClient extend;

  ParseController(ExtendClient extend) {
    this.extend = extend;
  }

  record Runs(int count, List<ParseRun> runs) {}

  @PostMapping("/runs")
  ParseRun create(@RequestBody ParseRunCreateRequest request) {
    return extend.parseRuns().create(request);
  }

  @GetMapping("/runs/{id}")
  ParseRun retrieve(@PathVariable String id) {
    return extend.parseRuns().retrieve(id);
  }

  @GetMapping("/runs")
  Runs retrieveAll(@RequestParam List<String> ids) {
    List<ParseRun> runs = ids.stream().map(this::retrieve).toList();
    return new Runs(runs.size(), runs);
  }
}
// endregion
