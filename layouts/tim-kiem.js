// Runs before the search page is painted: one that was asked for something has the place of its results from the start,
// so that nothing has to move when they come.
if (new URLSearchParams(location.search).get("q")?.trim()) document.documentElement.dataset.asked = "";
