/* Draws what stands in the data block beside each chart; the table says the same to whoever runs no scripts. */
(function () {
  'use strict';
  var boxes = document.querySelectorAll('.chart[data-options]');
  Array.prototype.forEach.call(boxes, function (box) {
    var options = JSON.parse(document.getElementById(box.getAttribute('data-options')).textContent);
    box.classList.add('chart-drawn');
    var chart = echarts.init(box);
    chart.setOption(options);
    chart.on('click', function (point) {
      if (point.data && typeof point.data.href === 'string' && point.data.href.charAt(0) === '/') {
        window.location.assign(point.data.href);
      }
    });
    window.addEventListener('resize', function () { chart.resize(); });
  });
})();
