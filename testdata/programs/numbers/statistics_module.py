# statistics over small data.
import statistics as st

x = [1, 2, 2, 3, 4, 7, 9]
print(st.mean(x), st.median(x), st.mode(x), st.stdev(x), st.pvariance(x), st.median_low([1, 2, 3, 4]), st.fmean([1.5, 2]), st.quantiles([1, 2, 3, 4, 5]), st.multimode('aabb'))
try:
    st.mean([])
except st.StatisticsError as e:
    print(e)
